using Alerts.Benchmarks;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;

// Short jobs: the whole takes a few minutes. Run one with --filter '*Gazetteer*'.
BenchmarkSwitcher.FromTypes([typeof(GazetteerBenchmarks), typeof(RiskBenchmarks), typeof(ReadingBenchmarks), typeof(DeliveryBenchmarks)])
    .Run(args.Length > 0 ? args : ["--filter", "*"], DefaultConfig.Instance.AddJob(Job.ShortRun));
