"""The long form: `python -m tests.chaos --runs 2000 --kills 300 [--seed N]`. Exit 1 if anything is wrong."""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.chaos.house import House
from tests.chaos.storm import Storm


def report(storm: Storm, seconds: float) -> list[str]:
    """Print the account; what is wrong with it."""
    account = storm.account()
    print(f"\nseed {storm.seed}, {seconds:.0f} s")
    for name, value in [*sorted(storm.counts.items()), *account.items()]:
        print(f"  {name}: {len(value) if isinstance(value, list) else value}")
    wrong = [f"{name}: {value[:5]}" for name, value in account.items() if isinstance(value, list) and value]
    if account["re-leased, seconds, most"] > 45:
        wrong.append(f"re-leased after {account['re-leased, seconds, most']} s")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    told = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="chaos-") as folder:
        house = House(Path(folder))
        try:
            began = time.monotonic()
            storm = Storm(house, runs=told.runs, kills=told.kills, seed=told.seed)
            print(f"seed {told.seed}: {told.runs} runs, {told.kills} kills", flush=True)
            storm.rage()
            wrong = report(storm, time.monotonic() - began)
        finally:
            house.close()
    for line in wrong:
        print(f"WRONG  {line}", file=sys.stderr)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
