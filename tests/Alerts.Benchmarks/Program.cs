using Alerts.Benchmarks;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// Medians over alerts that differ by a hundredfold, beside another library's: a table of its own.
if (args is ["matching"])
{
    MatchingTable.Write();
    return;
}

// The forecast over operator's own files: what an event costs, and a whole history with every week's scores.
if (args is ["stream", .. var files])
{
    StreamTable.Write(files);
    return;
}

// Short jobs in this process: the whole takes a few minutes, and what is measured is what was built. Run one with --filter '*Gazetteer*'.
BenchmarkSwitcher.FromTypes([typeof(GazetteerBenchmarks), typeof(RiskBenchmarks), typeof(ReadingBenchmarks), typeof(DeliveryBenchmarks)])
    .Run(args.Length > 0 ? args : ["--filter", "*"], DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
