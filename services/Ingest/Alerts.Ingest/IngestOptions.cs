using System.ComponentModel.DataAnnotations;
using Alerts.Terms;

namespace Alerts.Ingest;

/// <summary>What an operator sets for ingest; section <c>Ingest</c> of the configuration of a split host.</summary>
public sealed record IngestOptions : IValidatableObject
{
    /// <summary>Country that the workspace is about, where a text and its sender name none: a place name that fits several countries is read there first.</summary>
    /// <value>ISO 3166-1 alpha-2, upper case; empty (the default): none.</value>
    public string Country { get; set; } = "";

    /// <summary>Folder in which <c>alerts gazetteer import --data</c> has put places; a server that is all in one uses its data folder.</summary>
    /// <value>A path; empty (the default): the built-in places only.</value>
    public string GazetteerFolder { get; set; } = "";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Country.Length > 0 && !CountryCode.IsKnown(Country)) yield return new ValidationResult($"{nameof(Country)} {CountryCode.Refusal(Country)}", [nameof(Country)]);
    }
}
