using System.Diagnostics;
using System.Text;

namespace Alerts.Tests.Engines;

/// <summary>A process of an engine: its output is kept, signals reach it by its id. Ended when disposed. Thread safe.</summary>
public sealed class EngineProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private EngineProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Its exit code; once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>What it wrote so far, both streams in order of arrival.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts a program.</summary>
    public static EngineProcess Start(ProcessStartInfo start) => new(start);

    /// <summary>Sends a signal, such as <c>KILL</c>, <c>TERM</c>, <c>STOP</c> or <c>CONT</c>.</summary>
    public async Task SignalAsync(string name, CancellationToken cancellationToken = default)
    {
        // The shell's own: a small machine need not have a kill program.
        using Process kill = Process.Start("sh", ["-c", $"kill -{name} {Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Waits until its output holds a text.</summary>
    /// <exception cref="InvalidOperationException">It ended before, or the deadline passed; the message holds what it wrote.</exception>
    public async Task WaitForAsync(string text, TimeSpan deadline, CancellationToken cancellationToken = default)
    {
        long began = Stopwatch.GetTimestamp();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (HasExited || Stopwatch.GetElapsedTime(began) > deadline)
                throw new InvalidOperationException($"{_process.StartInfo.FileName} did not say '{text}':\n{Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Waits until it has ended; gives its exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken = default)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends it at once, as a power cut would, with what it started.</summary>
    public async Task KillAsync(CancellationToken cancellationToken = default)
    {
        if (!HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Asks it to end; at once after 30 s.</summary>
    public async Task StopAsync(string signal = "TERM", CancellationToken cancellationToken = default)
    {
        if (!HasExited)
            await SignalAsync(signal, cancellationToken);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(StopDeadline);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await KillAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_output) _output.AppendLine(line);
    }
}
