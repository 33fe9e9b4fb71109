using PyCoro.Runtime.Binding;

namespace PyCoro.Stdlib.Itertools;

/// <summary>Functional tools for creating and using iterators.
///
/// Infinite iterators:
/// count(start=0, step=1) --> start, start+step, start+2*step, ...
/// cycle(p) --> p0, p1, ... plast, p0, p1, ...
/// repeat(elem [,n]) --> elem, elem, elem, ... endlessly or up to n times</summary>
[PyModule("itertools", Types =
[
    typeof(PyAccumulate), typeof(PyChain), typeof(PyCombinations), typeof(PyCombinationsWithReplacement), typeof(PyCompress),
    typeof(PyCount), typeof(PyCycle), typeof(PyDropWhile), typeof(PyFilterFalse), typeof(PyGroupBy), typeof(PyIslice),
    typeof(PyPairwise), typeof(PyPermutations), typeof(PyProduct), typeof(PyRepeat), typeof(PyStarMap), typeof(PyTakeWhile),
    typeof(PyZipLongest), typeof(PyGrouper), typeof(PyTee), typeof(PyTeeBlock),
])]
internal static partial class ItertoolsModule;
