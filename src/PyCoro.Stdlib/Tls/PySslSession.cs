using PyCoro.Runtime.Binding;
using PyCoro.Runtime.Objects;

namespace PyCoro.Stdlib.Tls;

/// <summary>A session to resume. There is none: SslStream keeps its sessions to itself.</summary>
[PyType("SSLSession", Module = "_ssl", IsDocumented = false)]
internal sealed partial class PySslSession : PyObject
{
    private PySslSession() : base(TypeObject.RootShape) { }
}
