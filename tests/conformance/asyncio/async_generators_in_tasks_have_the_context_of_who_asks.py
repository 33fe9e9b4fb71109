import asyncio
import contextvars

variable = contextvars.ContextVar('variable', default='none')


async def generator():
    while True:
        before = variable.get()
        variable.set('generator')
        yield before


async def ask(values, name):
    variable.set(name)
    answers = [await anext(values), variable.get()]
    variable.set(name + ' again')
    answers += [await anext(values), variable.get()]
    print(name, answers)


async def main():
    values = generator()
    await asyncio.create_task(ask(values, 'one'))
    await asyncio.create_task(ask(values, 'two'))
    print(variable.get(), await anext(values), variable.get())
    await values.aclose()


asyncio.run(main())
