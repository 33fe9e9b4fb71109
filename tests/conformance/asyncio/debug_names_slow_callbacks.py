import asyncio
import re
import sys
import time


class Report:
    def write(self, text):
        print(re.sub(r'\d+\.\d+ seconds', 'N seconds', re.sub(r' at .*> took', ' at PLACE> took', text)), end='')

    def flush(self):
        pass


def slow():
    time.sleep(0.15)


async def main():
    asyncio.get_running_loop().call_soon(slow)
    await asyncio.sleep(0)
    time.sleep(0.15)

sys.stderr = Report()
asyncio.run(main(), debug=True)
