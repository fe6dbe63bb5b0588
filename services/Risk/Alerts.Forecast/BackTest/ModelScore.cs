namespace Alerts.Forecast.BackTest;

/// <summary>How good one model's forecasts were.</summary>
/// <param name="Model">Its name, in plain words.</param>
/// <param name="Rows">Number of forecasts: cities times origins.</param>
/// <param name="BaseRate">Part of them that came true.</param>
/// <param name="BrierSkill">1 − Brier score / that of each city's rate before the first origin; 1 is perfect, 0 no better.</param>
/// <param name="LogLoss">Mean negative log-likelihood, natural logarithm, P cut to within 0.0001 and 0.9999.</param>
/// <param name="Auroc">Chance that a row that came true was given more than one that did not.</param>
/// <param name="AveragePrecision">Area under precision against recall.</param>
/// <param name="CalibrationError">Mean distance between forecast and observed rate over 15 bins of equal size.</param>
/// <param name="OnsetAuroc">The same as Auroc on rows without a lethal event within 50 km in the 180 days before; null when too few came true.</param>
/// <param name="OnsetAveragePrecision">Average precision on those rows; null when too few came true.</param>
/// <param name="Reliability">Forecast and observed rate in 10 bins of equal width that have rows.</param>
public sealed record ModelScore(
    string Model,
    int Rows,
    double BaseRate,
    double BrierSkill,
    double LogLoss,
    double Auroc,
    double AveragePrecision,
    double CalibrationError,
    double? OnsetAuroc,
    double? OnsetAveragePrecision,
    IReadOnlyList<ReliabilityBin> Reliability);
