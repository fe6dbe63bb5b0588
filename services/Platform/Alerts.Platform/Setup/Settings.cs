using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Alerts.Platform.Setup;

/// <summary>Reads sections of the configuration strictly: an unknown name, a wrong type or an impossible value stops the start.</summary>
public static class Settings
{
    /// <summary>Fills settings from a section and checks them.</summary>
    /// <typeparam name="T">The settings; annotations give their bounds.</typeparam>
    /// <param name="configuration">The configuration.</param>
    /// <param name="section">Name of the section, such as <c>Listen</c>.</param>
    /// <param name="defaults">The settings before; changed and returned.</param>
    /// <exception cref="OptionsValidationException">The message says which setting is wrong.</exception>
    public static T Fill<T>(this IConfiguration configuration, string section, T defaults)
        where T : class
    {
        try
        {
            configuration.GetSection(section).Bind(defaults, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException e)
        {
            throw Refuse(section, $"{section}: {e.InnerException?.Message ?? e.Message}");
        }

        var results = new List<ValidationResult>();
        Validator.TryValidateObject(defaults, new ValidationContext(defaults), results, validateAllProperties: true);
        return results.Count == 0 ? defaults : throw Refuse(section, [.. results.Select(r => $"{section}: {r.ErrorMessage}")]);
    }

    /// <summary>A refusal to start.</summary>
    /// <param name="section">What it is about.</param>
    /// <param name="failures">What is wrong and what to set, a sentence each.</param>
    public static OptionsValidationException Refuse(string section, params string[] failures) => new(section, typeof(Settings), failures);
}
