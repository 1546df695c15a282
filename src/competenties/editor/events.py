"""What other tabs are told at once: server-sent events, one stream a tab."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

_MOST_WAITING = 1000
"""Events that a tab may be behind; one that does not listen any more starts anew."""

_HEARTBEAT_SECONDS = 15.0


class Hub:
    """The streams that are open now; `tell` may be called from any thread."""

    def __init__(self) -> None:
        """Begin with no stream."""
        self._queues: dict[asyncio.Queue[str | None], asyncio.AbstractEventLoop] = {}

    def tell(self, kind: str, data: dict[str, Any]) -> None:
        """Send an event to every tab."""
        line = f"event: {kind}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
        for queue, loop in list(self._queues.items()):
            if not loop.is_closed():
                loop.call_soon_threadsafe(_put, queue, line)

    def close(self) -> None:
        """End every stream, so that the server can stop."""
        for queue, loop in list(self._queues.items()):
            if not loop.is_closed():
                loop.call_soon_threadsafe(_put, queue, None)

    async def stream(self, hello: Callable[[], dict[str, Any]]) -> AsyncIterator[str]:
        """Yield the events for one tab; `hello` says how things stand.

        It is asked once the stream is open: what happens in between is told twice rather than never.
        """
        queue: asyncio.Queue[str | None] = asyncio.Queue(_MOST_WAITING)
        self._queues[queue] = asyncio.get_running_loop()
        try:
            yield f"retry: 500\nevent: hello\ndata: {json.dumps(hello(), ensure_ascii=False)}\n\n"
            while True:
                try:
                    line = await asyncio.wait_for(queue.get(), _HEARTBEAT_SECONDS)
                except TimeoutError:
                    line = ": still here\n\n"
                if line is None:
                    return
                yield line
        finally:
            self._queues.pop(queue, None)


def _put(queue: asyncio.Queue[str | None], line: str | None) -> None:
    if queue.full():
        queue.get_nowait()
        line = None
    queue.put_nowait(line)
