using System.Security.Cryptography;
using Alerts.Forecast.Scoring;

namespace Alerts.Forecast.Recalibration;

// Stands for the arithmetic that a fold is made with: the parameters, this build of the code, the runtime, and what the processor's exponential and logarithm give. What was folded by another may
// differ in a last bit, and is folded anew.
internal static class FoldIdentity
{
    // Raised with every change of how states are written.
    private const int Form = 1;
    private const int Probes = 64;

    public static byte[] Of(ForecastParameters parameters)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        to.Write(Form);
        to.Write(typeof(FoldIdentity).Module.ModuleVersionId.ToByteArray());
        to.Write(Environment.Version.ToString());
        for (int i = 1; i <= Probes; i++)
        {
            to.Write(Math.Exp(-i / 7.0));
            to.Write(Math.Log(i + (i / 7.0)));
            to.Write(double.Exp2(-i / 7.0));
        }

        to.Flush();
        parameters.Save(bytes);
        return SHA256.HashData(bytes.ToArray());
    }
}
