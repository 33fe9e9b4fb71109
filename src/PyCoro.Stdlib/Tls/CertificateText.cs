// A certificate as the dictionary that getpeercert() gives (library reference: ssl). The names are read from the encoded
// certificate, because .NET shows them in an order and with abbreviations of its own.

using System.Formats.Asn1;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PyCoro.Runtime.Objects;
using PyCoro.Runtime.Values;

namespace PyCoro.Stdlib.Tls;

/// <summary>Shows certificates to Python.</summary>
internal static class CertificateText
{
    private const string AlternativeNames = "2.5.29.17";
    private const string DistributionPoints = "2.5.29.31";
    private const string AuthorityAccess = "1.3.6.1.5.5.7.1.1";

    /// <summary>The dictionary of a certificate.</summary>
    internal static PyDict Describe(X509Certificate2 certificate)
    {
        var dict = new PyDict();
        void Set(string name, Value value) => dict.SetStr(PyStr.Of(name), value);
        Set("subject", Name(certificate.SubjectName.RawData));
        Set("issuer", Name(certificate.IssuerName.RawData));
        Set("version", Value.Int(certificate.Version));
        Set("serialNumber", Value.Str(SerialNumber(certificate)));
        Set("notBefore", Value.Str(Time(certificate.NotBefore)));
        Set("notAfter", Value.Str(Time(certificate.NotAfter)));
        void SetFound(string name, List<Value> found)
        {
            if (found.Count > 0)
                Set(name, PyTuple.Of([.. found]));
        }
        if (certificate.Extensions[AlternativeNames] is { } names)
            SetFound("subjectAltName", GeneralNames(names.RawData));
        if (certificate.Extensions[AuthorityAccess] is { } access)
        {
            var found = new X509AuthorityInformationAccessExtension(access.RawData);
            SetFound("OCSP", [.. found.EnumerateOcspUris().Select(Value.Str)]);
            SetFound("caIssuers", [.. found.EnumerateCAIssuersUris().Select(Value.Str)]);
        }
        if (certificate.Extensions[DistributionPoints] is { } points)
            SetFound("crlDistributionPoints", PlacesOfLists(points.RawData));
        return dict;
    }

    private static string SerialNumber(X509Certificate2 certificate)
    {
        var number = certificate.SerialNumberBytes.Span.TrimStart((byte)0);
        return number.IsEmpty ? "00" : Convert.ToHexString(number);
    }

    private static string Time(DateTime time) =>
        time.ToUniversalTime().ToString("MMM ", CultureInfo.InvariantCulture)
        + time.ToUniversalTime().Day.ToString(CultureInfo.InvariantCulture).PadLeft(2)
        + time.ToUniversalTime().ToString(" HH:mm:ss yyyy 'GMT'", CultureInfo.InvariantCulture);

    // Name ::= SEQUENCE OF SET OF SEQUENCE { type, value }
    private static PyTuple Name(ReadOnlyMemory<byte> encoded)
    {
        var parts = new List<Value>();
        var sequence = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        while (sequence.HasData)
        {
            var attributes = new List<Value>();
            var set = sequence.ReadSetOf();
            while (set.HasData)
            {
                var attribute = set.ReadSequence();
                var type = attribute.ReadObjectIdentifier();
                attributes.Add(PyTuple.Of(Value.Str(KnownObject.NameOf(type)), Value.Str(AnyText(attribute))));
            }
            parts.Add(PyTuple.Of([.. attributes]));
        }
        return PyTuple.Of([.. parts]);
    }

    private static string AnyText(AsnReader reader)
    {
        var tag = reader.PeekTag();
        var content = reader.PeekContentBytes();
        reader.ReadEncodedValue();
        return (UniversalTagNumber)tag.TagValue switch
        {
            UniversalTagNumber.BMPString => Encoding.BigEndianUnicode.GetString(content.Span),
            UniversalTagNumber.UTF8String => Encoding.UTF8.GetString(content.Span),
            _ => Encoding.Latin1.GetString(content.Span),
        };
    }

    // GeneralName is a choice by context tags 0 to 8 (RFC 5280, 4.2.1.6).
    private static List<Value> GeneralNames(ReadOnlyMemory<byte> encoded)
    {
        var found = new List<Value>();
        var names = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        while (names.HasData)
        {
            var kind = names.PeekTag().TagValue;
            var content = names.PeekContentBytes();
            var whole = names.ReadEncodedValue();
            var text = Encoding.Latin1.GetString(content.Span);
            found.Add(kind switch
            {
                1 => Pair("email", text),
                2 => Pair("DNS", text),
                4 => PyTuple.Of(Value.Str("DirName"), Name(content)),
                6 => Pair("URI", text),
                7 => Pair("IP Address", Address(content.Span)),
                8 => Pair("Registered ID", new AsnReader(whole, AsnEncodingRules.DER).ReadObjectIdentifier(new Asn1Tag(TagClass.ContextSpecific, 8))),
                0 => Pair("othername", "<unsupported>"),
                3 => Pair("X400Name", "<unsupported>"),
                _ => Pair("EdiPartyName", "<unsupported>"),
            });
        }
        return found;
    }

    private static PyTuple Pair(string kind, string text) => PyTuple.Of(Value.Str(kind), Value.Str(text));

    private static string Address(ReadOnlySpan<byte> bytes)
    {
        const int Short = 4;
        const int Long = 16;
        if (bytes.Length == Short)
            return new IPAddress(bytes).ToString();
        if (bytes.Length != Long)
            return "<invalid>";
        var groups = new string[Long / 2];
        for (var i = 0; i < groups.Length; i++)
            groups[i] = ((bytes[2 * i] << 8) | bytes[2 * i + 1]).ToString("X", CultureInfo.InvariantCulture);
        return string.Join(':', groups);
    }

    // CRLDistributionPoints ::= SEQUENCE OF SEQUENCE { [0] { [0] fullName GeneralNames }, … }
    private static List<Value> PlacesOfLists(ReadOnlyMemory<byte> encoded)
    {
        var found = new List<Value>();
        var first = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
        var points = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        while (points.HasData)
        {
            var point = points.ReadSequence();
            if (!point.HasData || !point.PeekTag().HasSameClassAndValue(first))
                continue;
            var name = point.ReadSequence(first);
            if (!name.HasData || !name.PeekTag().HasSameClassAndValue(first))
                continue;
            var places = name.ReadSequence(first);
            while (places.HasData)
            {
                const int Uri = 6;
                var kind = places.PeekTag().TagValue;
                var content = places.PeekContentBytes();
                places.ReadEncodedValue();
                if (kind == Uri)
                    found.Add(Value.Str(Encoding.Latin1.GetString(content.Span)));
            }
        }
        return found;
    }
}
