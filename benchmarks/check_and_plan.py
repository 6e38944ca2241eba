"""Reading, checking and planning 100 and 1,000 twelve-week campaigns: at most 15 ms each, at most 11 × as long.

The rules on texts and plan are measured in check_one.py, where their own limit is.
"""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import yaml

from bot.cli.campaign_files import collecting_afterwards
from campaigns.parse import read_campaign
from campaigns.plan import plan

SHIPPED = Path(__file__).parents[1] / "campaigns" / "library" / "one-customer-view.yaml"
CHANNELS = ("Sales > General", "Service > General", "MT > General")
FEW, MANY, RUNS = 100, 1_000, 3
MOST_MS, MOST_RATIO = 15.0, 11.0

Files = list[tuple[str, bytes]]


def variations(count: int, *, are_shared: bool) -> Files:
    """The shipped campaign again and again: other starts, titles and texts; its channels its own, or shared by ten."""
    text = SHIPPED.read_text(encoding="utf-8")
    return [(f"campaign-{number:04}.yaml", _variation(text, number, are_shared)) for number in range(count)]


def _variation(text: str, number: int, are_shared: bool) -> bytes:
    text = text.replace("One customer view", f"Customer view {number}").replace("two clicks", f"{number + 2} clicks")
    text = text.replace("start: 11 January 2027", f"start: {11 + 7 * (number % 3)} January 2027")
    group = number // 10 if are_shared else number
    for channel in CHANNELS:
        text = text.replace(f'"{channel}"', f'"{channel} {group}"')
    return text.encode()


def milliseconds(work: Callable[[Files], object], files: Files) -> float:
    """Processor time per campaign: other work on the machine does not count, nor does the waste of the run before."""
    gc.collect()
    begin = process_time()
    work(files)
    return (process_time() - begin) * 1_000 / len(files)


def check(files: Files) -> None:
    """Every finding of the files and of one plan over all of them."""
    with collecting_afterwards():
        plan([read_campaign(content, name) for name, content in files])


def load_plainly(files: Files) -> None:
    for _, content in files:
        yaml.safe_load(content)


def measure(name: str, *, are_shared: bool) -> list[str]:
    """Prints one line; returns the limits that were broken."""
    few, many = (variations(count, are_shared=are_shared) for count in (FEW, MANY))
    check(few[:2])  # makes the holidays, once for all
    runs = [[milliseconds(check, files) for files in (few, many, few)] for _ in range(RUNS)]
    first, all_ = median(run[0] for run in runs), median(run[1] for run in runs)
    ratio = median(many_ms * MANY / (FEW * (before + after) / 2) for before, many_ms, after in runs)
    peer = median(milliseconds(load_plainly, few) for _ in range(RUNS))
    print(
        f"{name}: {first:.2f} ms a campaign for {FEW}, {all_:.2f} ms for {MANY} (limit {MOST_MS}); "
        f"{MANY} cost {ratio:.1f} × {FEW} (limit {MOST_RATIO}); plain yaml.safe_load {peer:.2f} ms, "
        f"so {all_ / peer:.2f} × it"
    )
    broken = [f"{name}: {all_:.2f} ms a campaign"] if max(first, all_) > MOST_MS else []
    return broken + ([f"{name}: {ratio:.1f} times"] if ratio > MOST_RATIO else [])


def main() -> int:
    broken = measure("own channels", are_shared=False) + measure("ten campaigns a channel", are_shared=True)
    for line in broken:
        print("over the limit:", line)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
