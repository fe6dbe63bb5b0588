using System.Diagnostics;
using System.Net;
using Alerts.Tests.Engines;

namespace Alerts.Tests.EndToEnd.Split;

/// <summary>One of the four programs, started as a service manager does; can be killed, stopped, frozen and started again on the same ports.</summary>
public sealed class SplitProcess : IAsyncDisposable
{
    // A start takes a second or two on a quiet machine, and longer with something to work off on a busy one; five minutes mean that it never comes.
    private static readonly TimeSpan StartDeadline = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    private readonly string _program;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private EngineProcess? _process;

    /// <param name="name">Name in messages, such as <c>risk-1</c>.</param>
    /// <param name="program">Name of the program's file, such as <c>Alerts.Risk.Host.dll</c>.</param>
    /// <param name="healthPort">Its health port; 0 when the process is not expected to start.</param>
    /// <param name="settings">Environment variables.</param>
    internal SplitProcess(string name, string program, int healthPort, IReadOnlyDictionary<string, string> settings)
    {
        Name = name;
        HealthPort = healthPort;
        _program = program;
        _settings = settings;
    }

    public string Name { get; }

    public int HealthPort { get; }

    public int Id => _process!.Id;

    public bool HasExited => _process?.HasExited ?? true;

    public int ExitCode => _process!.ExitCode;

    /// <summary>What it wrote since its latest start.</summary>
    public string Output => _process?.Output ?? "";

    /// <summary>Starts it and does not wait for it.</summary>
    public async Task BeginAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, _program)]);
        foreach ((string name, string value) in _settings)
            start.Environment[name] = value;
        _process = EngineProcess.Start(start);
    }

    /// <summary>Starts it and waits until it answers on its health port.</summary>
    /// <exception cref="InvalidOperationException">It ended, or does not come; the message holds what it wrote.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await BeginAsync();
        await WaitAsync("livez", cancellationToken);
    }

    /// <summary>Waits until it says that everything moves.</summary>
    public Task ReadyAsync(CancellationToken cancellationToken) => WaitAsync("readyz", cancellationToken);

    /// <summary>Asks its health port: <c>livez</c>, <c>readyz</c> or <c>metrics</c>.</summary>
    public async Task<(HttpStatusCode Status, string Text)> HealthAsync(string path, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using HttpResponseMessage response = await http.GetAsync(new Uri($"http://127.0.0.1:{HealthPort}/{path}"), cancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>Waits for its end by itself.</summary>
    public async Task EndedAsync(CancellationToken cancellationToken)
    {
        while (!HasExited)
            await Task.Delay(Poll, TimeProvider.System, cancellationToken);
    }

    /// <summary>kill -9.</summary>
    public Task KillAsync(CancellationToken cancellationToken = default) => _process!.KillAsync(cancellationToken);

    /// <summary>SIGTERM, and waits for the end.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => _process!.StopAsync("TERM", cancellationToken);

    /// <summary>Sends a signal, such as <c>STOP</c> and <c>CONT</c>.</summary>
    public Task SignalAsync(string name, CancellationToken cancellationToken = default) => _process!.SignalAsync(name, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
    }

    private async Task WaitAsync(string path, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(StartDeadline);
        string last = "";
        try
        {
            while (true)
            {
                if (HasExited)
                    throw new InvalidOperationException($"{Name} ended: {Output}");
                try
                {
                    (HttpStatusCode status, last) = await HealthAsync(path, limited.Token);
                    if (status == HttpStatusCode.OK)
                        return;
                }
                catch (HttpRequestException)
                {
                    // Not yet.
                }

                await Task.Delay(Poll, TimeProvider.System, limited.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"{Name} does not say {path}: {last}\n{Output}");
        }
    }
}
