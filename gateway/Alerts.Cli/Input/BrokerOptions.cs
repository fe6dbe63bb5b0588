using System.CommandLine;
using Alerts.Platform.Messaging.RabbitMq;
using Microsoft.Extensions.Options;

namespace Alerts.Cli.Input;

// The options that name a RabbitMQ broker.
internal sealed class BrokerOptions
{
    public const string Variable = "ALERTS_RABBITMQ";

    public Option<string?> Broker { get; } = new("--broker")
    {
        Description = $"amqp://user@host:5672/vhost or amqps://…. Else {Variable}.",
        Recursive = true,
        HelpName = "URI",
    };

    public Option<string?> PasswordFile { get; } = new("--broker-password-file") { Description = "File with the broker's password.", Recursive = true, HelpName = "FILE" };

    public Option<string?> Authorities { get; } = new("--broker-ca") { Description = "PEM file with the authorities to trust.", Recursive = true, HelpName = "FILE" };

    // Null when no broker is named, neither here nor by the variable.
    public RabbitMqOptions? Of(Shell shell, ParseResult result) =>
        (result.GetValue(Broker) ?? shell.Variable(Variable)) is { Length: > 0 } uri ? Checked(result, () => RabbitMqOptions.FromUri(uri)) : null;

    // The broker of this machine when none is named.
    public RabbitMqOptions OrLocal(Shell shell, ParseResult result) => Of(shell, result) ?? Checked(result, () => new RabbitMqOptions());

    private RabbitMqOptions Checked(ParseResult result, Func<RabbitMqOptions> read)
    {
        try
        {
            RabbitMqOptions options = read() with { PasswordFile = result.GetValue(PasswordFile), TlsCaFile = result.GetValue(Authorities) };
            options.Validate();
            return options;
        }
        catch (Exception e) when (e is FormatException or OptionsValidationException)
        {
            throw CliException.Usage(e.Message);
        }
    }
}
