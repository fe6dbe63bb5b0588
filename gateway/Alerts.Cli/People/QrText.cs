using QRCoder;

namespace Alerts.Cli.People;

// A QR code of block characters, two modules high each, with its quiet zone, for a phone's camera before a terminal. Dark on light whatever the terminal's
// colours are; in the terminal's own where it knows no colours.
internal static class QrText
{
    private const string DarkOnLight = "\e[30;107m";
    private const string Reset = "\e[0m";

    public static IEnumerable<string> Lines(string text, bool withColours)
    {
        using QRCodeData code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L);
        for (int row = 0; row < code.ModuleMatrix.Count; row += 2)
        {
            int upper = row;
            string line = string.Concat(Enumerable.Range(0, code.ModuleMatrix.Count).Select(column => Block(
                code.ModuleMatrix[upper][column], upper + 1 < code.ModuleMatrix.Count && code.ModuleMatrix[upper + 1][column])));
            yield return withColours ? DarkOnLight + line + Reset : line;
        }
    }

    private static char Block(bool upper, bool lower) => (upper, lower) switch
    {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        _ => ' ',
    };
}
