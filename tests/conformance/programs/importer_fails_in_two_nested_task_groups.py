# Several imports fail in nested task groups; the uncaught tree shows where each error came from.
import asyncio


class BadRow(ValueError):
    def __init__(self, table, row):
        super().__init__(f"table {table!r}, row {row}")


async def insert(table, row):
    await asyncio.sleep(0.1)
    if row % 3 == 2:
        raise BadRow(table, row)
    await asyncio.sleep(1)
    print("inserted", table, row)


async def import_table(table, rows):
    async with asyncio.TaskGroup() as tg:
        for row in range(rows):
            tg.create_task(insert(table, row), name=f"{table}[{row}]")
    print("finished", table)


async def connect(name):
    await asyncio.sleep(0.05)
    try:
        raise OSError(111, "connection refused")
    except OSError as e:
        await asyncio.sleep(0.05)
        raise RuntimeError(f"cannot reach {name}") from e


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(import_table("users", 3))
            tg.create_task(import_table("books", 6))
            tg.create_task(connect("backup"))
    finally:
        print("import ended at", asyncio.get_running_loop().time())


asyncio.run(main())
