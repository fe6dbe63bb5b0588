using Alerts.Risk.Levels;
using Alerts.Terms;

namespace Alerts.Risk.Acute;

// One size that an incident qualifies for, what makes it so, and how well just that is supported.
internal readonly record struct SizeFinding(IncidentSize Size, AcuteStanding Standing, LevelReason Why);
