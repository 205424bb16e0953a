"""A headless Chromium spoken to through a pipe, for tests that look at pages as a reader does."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_PATIENCE = 40.0
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--remote-debugging-pipe", "--disable-dev-shm-usage",
)  # fmt: skip


class Page:
    """One open page: ask it, press its keys, take its picture."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to, self._from, self._waiting, self._last = to_browser, from_browser, b"", 0
        self._session = ""
        self.problems: list[str] = []

    def attach(self) -> None:
        """Begin to speak to the first page of the browser."""
        targets = self.call("Target.getTargets")["targetInfos"]
        target = next(each["targetId"] for each in targets if each["type"] == "page")
        given = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = given["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command of the DevTools protocol and return what it answers."""
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._last:
                assert "error" not in answer, (method, answer["error"])
                result: dict[str, Any] = answer["result"]
                return result
            self._note(answer)

    def open(self, path: Path) -> None:
        """Go to a file and wait until it is loaded."""
        self.call("Page.navigate", url=path.as_uri())
        end = time.monotonic() + _PATIENCE
        ready = "document.readyState === 'complete' && location.protocol === 'file:'"
        while not self.ask(ready):
            assert time.monotonic() < end, "the page was not loaded"
            time.sleep(0.05)

    def ask(self, script: str) -> Any:
        """Return what an expression is worth; a promise is waited for."""
        given = self.call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in given, given["exceptionDetails"]
        return given["result"].get("value")

    def press(self, key: str, text: str = "") -> None:
        """Press and let go of a key."""
        codes = {"Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowRight": 39, "Tab": 9}
        code = codes.get(key, 0)
        for kind in ("keyDown", "keyUp"):
            typed = {"text": text} if text and kind == "keyDown" else {}
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **typed
            )

    def click(self, selector: str) -> None:
        """Click with the mouse in the middle of an element."""
        x, y = self.ask(
            f"(r => [r.x + r.width / 2, r.y + r.height / 2])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def enter(self, selector: str, value: str, event: str) -> None:
        """Give a field a value and tell the page of it by an event."""
        field = f"document.querySelector({json.dumps(selector)})"
        self.ask(
            f"{field}.value = {json.dumps(value)}, {field}.dispatchEvent(new Event('{event}'))"
        )

    def size(self, width: int, height: int) -> None:
        """Give the page's window a size."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)  # fmt: skip

    def prefer(self, scheme: str, media: str = "") -> None:
        """Let the reader prefer light or dark, or see the page as paper."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", media=media, features=features)

    def picture(self, path: Path) -> None:
        """Write what is seen as PNG."""
        given = self.call("Page.captureScreenshot", format="png")
        path.write_bytes(base64.b64decode(given["data"]))

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            ready, _, _ = select.select([self._from], [], [], _PATIENCE)
            assert ready, "Chromium does not answer"
            piece = os.read(self._from, 1 << 20)
            assert piece, "Chromium has ended"
            self._waiting += piece
        one, _, self._waiting = self._waiting.partition(b"\0")
        message: dict[str, Any] = json.loads(one)
        return message

    def _note(self, event: dict[str, Any]) -> None:
        """Keep what the browser complains about: a broken rule of the page, an error, a load."""
        if event.get("method") == "Runtime.exceptionThrown":
            self.problems.append(str(event["params"]["exceptionDetails"]))
        elif event.get("method") == "Log.entryAdded":
            entry = event["params"]["entry"]
            if entry["level"] in {"error", "warning"}:
                self.problems.append(entry["text"])


@contextmanager
def chromium_page(folder: Path) -> Iterator[Page]:
    """Start Chromium with a profile of its own in the folder, and end it afterwards."""
    assert CHROMIUM is not None
    to_read, to_write = os.pipe()
    from_read, from_write = os.pipe()
    # The browser reads from file descriptor 3 and writes to 4, whatever ours are called.
    wiring = f'exec "$0" "$@" 3<&{to_read} 4>&{from_write}'
    command = [CHROMIUM, *_FLAGS, f"--user-data-dir={folder / 'profile'}", "about:blank"]
    browser = subprocess.Popen(
        ["/bin/bash", "-c", wiring, *command],
        pass_fds=(to_read, from_write),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(folder)},
    )
    os.close(to_read)
    os.close(from_write)
    page = Page(to_write, from_read)
    try:
        page.attach()
        yield page
    finally:
        _end(browser, page)
        os.close(to_write)
        os.close(from_read)


def _end(browser: subprocess.Popen[bytes], page: Page) -> None:
    page._session = ""
    try:
        page.call("Browser.close")
    except (AssertionError, OSError):
        browser.terminate()
    try:
        browser.wait(timeout=10)
    except subprocess.TimeoutExpired:
        browser.kill()
        browser.wait()
