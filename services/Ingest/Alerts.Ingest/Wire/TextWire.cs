using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Alerts.Ingest.Reports;
using Alerts.Terms;
using Alerts.TextForms;

namespace Alerts.Ingest.Wire;

// Texts as callers send them, and what was understood of them.
internal static class TextWire
{
    public static TextRequest Core(V1.SubmitTextRequest wire) => new(wire.Text, StatementWire.Core(wire.Source))
    {
        File = wire.File.Memory,
        Form = Codes.Core<TextForm>(wire.Form),
        CountryCode = wire.CountryCode,
        Tlp = Codes.Core<TlpLabel>(wire.Tlp),
        Recipients = [.. wire.Recipients],
        Exercise = wire.Exercise,
    };

    public static V1.SubmitTextResponse Wire(IReadOnlyList<TextReading> readings, V1.ReportState state)
    {
        var wire = new V1.SubmitTextResponse();
        for (int i = 0; i < readings.Count; i++)
        {
            TextReading reading = readings[i];
            wire.Texts.Add(Wire(reading));
            wire.Notes.AddRange(reading.Notes);
            wire.LeftOut.AddRange(reading.LeftOut.Select(l => Wire(l, i)));
            foreach (Report report in reading.Reports)
            {
                V1.Report one = ReportWire.Wire(report);
                one.State = state;
                wire.Reports.Add(one);
            }
        }

        return wire;
    }

    // Of the words as they are read: the same article has the same digest in whatever form it came.
    public static byte[] Digest(ReducedText text) => SHA256.HashData(Encoding.UTF8.GetBytes(text.Text));

    private static V1.SourceText Wire(TextReading reading) => new()
    {
        Name = reading.Name,
        Title = reading.Text.Title,
        Form = (V1.TextForm)reading.Text.Form,
        Language = reading.Text.Language ?? "",
        SentTime = Codes.Wire(reading.Text.SentTime?.ToUniversalTime()),
        Forwarded = reading.Text.Forwarded,
        Url = reading.Text.Url,
        Digest = Convert.ToHexStringLower(Digest(reading.Text)),
    };

    private static V1.LeftOut Wire(LeftOut core, int index) => new()
    {
        TextIndex = index,
        Words = core.Words,
        Start = core.Start,
        Length = core.Length,
        Kind = (V1.LeftOutKind)Codes.Wire(core.Kind),
        Reason = core.Reason,
        LocalDate = core.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
    };
}
