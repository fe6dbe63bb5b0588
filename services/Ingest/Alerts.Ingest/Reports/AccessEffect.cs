using Alerts.Terms;

namespace Alerts.Ingest.Reports;

// What a report says of access to a city. No aspect: that of the report's type. No toward: the report's main site.
internal sealed record AccessEffect(Site City, AccessAspect? Aspect, Site? Toward);

internal sealed record AccessEffectDraft(SiteDraft? City, AccessAspect? Aspect, SiteDraft? Toward);
