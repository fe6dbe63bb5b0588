using Alerts.Notify;
using Alerts.Notify.Log;
using Alerts.Platform.Access;
using Alerts.Platform.Messaging;
using Alerts.Platform.Setup;
using Microsoft.Extensions.DependencyInjection;

var notify = new SplitService(NotifySetup.StoreName, Port: 8113, typeof(NotifySetup).Assembly) { Consumes = Topics.Situations };
return await notify.RunAsync(
    args,
    (builder, secrets) =>
    {
        builder.Services.AddSingleton(new CursorKey(secrets(SecretNames.Cursor)));
        builder.AddNotify();
    },
    app => app.MapNotify());
