# A closed loop refuses a coroutine; the warning has the line at which the exception, and the coroutine with it, went.
import asyncio

loop = asyncio.new_event_loop()
loop.close()
try:
    loop.run_until_complete(asyncio.sleep(0))
except RuntimeError as error:
    print(error)
