# asyncio.Future() without any loop makes one, with a warning; once asyncio.run has ended, it is refused.
import asyncio

future = asyncio.Future()
print(future)
future.set_result(42)
print(future.done(), future.result())
print(future.get_loop() is asyncio.get_event_loop_policy().get_event_loop())


async def main():
    print(asyncio.Future().get_loop() is asyncio.get_running_loop())


asyncio.run(main())
try:
    asyncio.Future()
except RuntimeError as error:
    print(error)
