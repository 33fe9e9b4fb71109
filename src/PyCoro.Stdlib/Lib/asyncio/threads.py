"""Running blocking functions in threads."""

__all__ = ('to_thread',)


async def to_thread(func, /, *args, **kwargs):
    """Asynchronously run function func in a separate thread."""
    raise NotImplementedError('asyncio.to_thread() is not implemented')
