using System.Text;
using Alerts.TextForms;
using Xunit;

namespace Alerts.Tests.Unit.TextForms;

internal static class Reduced
{
    public static ReducedText One(string text, TextForm? form = null) => Assert.Single(TextReducer.Reduce(text.ReplaceLineEndings("\n"), form, TimeSpan.Zero));

    public static ReducedText One(byte[] bytes) => Assert.Single(TextReducer.Reduce(bytes, null, TimeSpan.Zero));

    public static TextRefusal Refusal(string text, TextForm? form = null) =>
        Assert.Throws<TextFormException>(() => TextReducer.Reduce(Encoding.UTF8.GetBytes(text), form, TimeSpan.Zero)).Reason;
}
