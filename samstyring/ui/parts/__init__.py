"""Parts that pages are put together from: sections of rows, links, rows of buttons, layouts."""
