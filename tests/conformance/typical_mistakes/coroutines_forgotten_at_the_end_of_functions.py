# A coroutine that is forgotten is told at the line that has dropped it, also where a function or callback ends there.
import asyncio
async def fetch(n): return n
def schedule():
    fetch(1)
class Service:
    def start(self):
        print("starting")
        self.loop_forever()
    async def loop_forever(self): pass
def on_click():
    fetch(2)
async def main():
    Service().start()
    asyncio.get_running_loop().call_soon(on_click)
    schedule()
    await asyncio.sleep(0)
    if True:
        fetch(3)
    for i in range(2):
        fetch(i)
    await asyncio.sleep(0.001)
asyncio.run(main())
