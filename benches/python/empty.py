"""Nothing: what starting costs without asyncio."""
