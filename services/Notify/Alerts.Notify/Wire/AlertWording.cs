using Alerts.Terms;

namespace Alerts.Notify.Wire;

// Says an alert in a language. Risk and notify write every text in each of them; one of them goes out. Works on the bytes of the message, so
// that who was away for long gets thousands of alerts at little more than the cost of copying them. Pure.
internal static class AlertWording
{
    private static readonly WordedMessage Reason = new(
        new Wording(V1.LevelReason.TextsFieldNumber, [(Wording.MapValue, V1.LevelReason.TextFieldNumber)], IsMessage: false), []);

    private static readonly WordedMessage Way = new(null, [(V1.AccessWay.ReasonsFieldNumber, Reason)]);

    private static readonly WordedMessage Access = new(
        null, [(V1.AccessPicture.ReasonsFieldNumber, Reason), (V1.AccessPicture.WaysFieldNumber, Way)]);

    private static readonly WordedMessage Alert = new(
        new Wording(
            V1.Alert.WordsFieldNumber,
            [(V1.AlertWords.HeadlineFieldNumber, V1.Alert.HeadlineFieldNumber), (V1.AlertWords.SummaryFieldNumber, V1.Alert.SummaryFieldNumber)],
            IsMessage: true),
        [(V1.Alert.ReasonsFieldNumber, Reason), (V1.Alert.AccessFieldNumber, Access)]);

    // Stands in for what was written before there was French: English.
    public static byte[] In(ReadOnlySpan<byte> stored, Language language) => Alert.In(stored, language);

    // The same to where a writer stands; no more bytes than are stored.
    public static void Write(ReadOnlySpan<byte> stored, Language language, ref FieldWriter writer) => Alert.Write(stored, language, ref writer);
}
