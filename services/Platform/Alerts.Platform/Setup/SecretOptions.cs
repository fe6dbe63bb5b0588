using System.ComponentModel.DataAnnotations;

namespace Alerts.Platform.Setup;

/// <summary>Where a process of the split form finds its keys, section <see cref="Section"/>.</summary>
public sealed record SecretOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Secrets";

    /// <summary>Folder with the files of <see cref="Access.SecretNames"/> that the process needs.</summary>
    /// <value>Default <c>/etc/alerts/keys</c>.</value>
    [Required]
    public string Folder { get; init; } = "/etc/alerts/keys";
}
