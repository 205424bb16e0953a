"""The frame of the window: what stands around the pages."""
