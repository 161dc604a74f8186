# datetime.now, date.today, time.time and the loop's time advance together with the sleeps.
import asyncio
import time
from datetime import date, datetime, timedelta, timezone


def stamp():
    return datetime.now().strftime("%H:%M:%S.%f")[:-3]


async def main():
    start = datetime.now()
    print(start, date.today(), datetime.now(timezone.utc), datetime.today() - start)
    await asyncio.sleep(1.25)
    print(stamp(), datetime.now() - start, (datetime.now() - start).total_seconds())
    time.sleep(3600)
    print(stamp(), time.time() - start.timestamp(), asyncio.get_running_loop().time())
    deadline = datetime.now() + timedelta(hours=23)
    await asyncio.sleep((deadline - datetime.now()).total_seconds())
    print(datetime.now(), date.today(), date.today() - start.date())
    print(time.ctime(), time.strftime("%Y-%m-%d %X"), datetime.fromtimestamp(time.time()), datetime.now().isoformat(timespec="seconds"))


asyncio.run(main())
