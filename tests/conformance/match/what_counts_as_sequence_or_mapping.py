# Sequence and mapping patterns ask a flag of the class: builtin ones have it, classes that derive from the ABCs, and
# those registered there.
import array
import collections
import collections.abc


class Registered:
    def __len__(self):
        return 0


collections.abc.Sequence.register(Registered)
subjects = [range(3), collections.deque([1]), array.array('i', [1]), memoryview(b'ab'), collections.UserList([1]), [1], (1,),
            collections.defaultdict(int), collections.OrderedDict(), collections.Counter(), collections.UserDict(),
            collections.ChainMap(), {}, vars(object), Registered(), 'text', b'bytes', {1}, iter([])]
for subject in subjects:
    match subject:
        case {}:
            kind = 'mapping'
        case [] | [1, *_]:
            kind = 'sequence that begins with 1'
        case collections.abc.Sequence():
            kind = 'another sequence'
        case _:
            kind = 'neither'
    print(type(subject).__name__, kind)
