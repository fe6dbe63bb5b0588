using Alerts.Reading.Nouns;

namespace Alerts.Reading.Events;

// Somebody whom a text makes responsible, and how it does so.
internal sealed record Doer(Noun Noun, Attribution Attribution);
