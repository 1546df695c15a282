"""What other tabs are told: nothing is missed, and a tab that does not listen holds nobody up."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from competenties.editor.events import Hub


def _run(work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Run something in a thread of its own: in this one the browser of another test may have a loop."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(lambda: asyncio.run(work())).result()


async def _take(stream: Any) -> tuple[str, Any]:
    said = await anext(stream)
    kind, data = (line.partition(": ")[2] for line in said.strip().splitlines()[-2:])
    return kind, json.loads(data)


def test_what_happens_while_a_stream_opens_is_told() -> None:
    async def run() -> None:
        hub = Hub()

        def hello() -> dict[str, Any]:
            hub.tell("edit", {"revision": 2})
            return {"revision": 1}

        stream = hub.stream(hello)
        assert await _take(stream) == ("hello", {"revision": 1})
        assert await _take(stream) == ("edit", {"revision": 2})
        await stream.aclose()  # type: ignore[attr-defined]

    _run(run)


def test_every_tab_hears_the_same_in_order_also_from_another_thread() -> None:
    async def run() -> None:
        hub = Hub()
        streams = [hub.stream(dict) for _ in range(3)]
        for one in streams:
            await anext(one)
        for number in range(50):
            await asyncio.to_thread(hub.tell, "edit", {"n": number})
        for one in streams:
            assert [(await _take(one))[1]["n"] for _ in range(50)] == list(range(50))

    _run(run)


def test_a_tab_that_does_not_listen_is_let_go_and_begins_anew() -> None:
    async def run() -> list[str]:
        hub = Hub()
        stream = hub.stream(dict)
        await anext(stream)
        for number in range(5000):
            hub.tell("edit", {"n": number})
        await asyncio.sleep(0)
        return [line async for line in stream]

    assert len(_run(run)) < 1000


def test_closing_ends_every_stream() -> None:
    async def run() -> list[str]:
        hub = Hub()
        stream = hub.stream(dict)
        await anext(stream)
        hub.close()
        return [line async for line in stream]

    assert _run(run) == []
