namespace Alerts.TextForms;

/// <summary>How a text was handed in.</summary>
public enum TextForm
{
    /// <summary>Plain text, perhaps behind the headers of a forwarded message.</summary>
    Plain = 1,

    /// <summary>A page of the web.</summary>
    Html = 2,

    /// <summary>An e-mail as saved by a mail program (RFC 5322, MIME).</summary>
    Email = 3,

    /// <summary>Messages as WhatsApp exports or copies them.</summary>
    Chat = 4,
}
