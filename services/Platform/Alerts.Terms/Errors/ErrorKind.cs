namespace Alerts.Terms;

/// <summary>Kind of a refusal; each stands for the canonical gRPC code of the same name.</summary>
public enum ErrorKind
{
    /// <summary>The request can never succeed as it is.</summary>
    InvalidArgument,

    /// <summary>What was named does not exist, or the caller may not know that it does.</summary>
    NotFound,

    /// <summary>Something else already exists under the same key.</summary>
    AlreadyExists,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied,

    /// <summary>The caller is not known.</summary>
    Unauthenticated,

    /// <summary>The state of the system does not allow it now.</summary>
    FailedPrecondition,

    /// <summary>Outside what is kept or permitted, though well formed.</summary>
    OutOfRange,

    /// <summary>A limit is reached; try again later.</summary>
    ResourceExhausted,

    /// <summary>Somebody else was faster; read again and repeat.</summary>
    Aborted,

    /// <summary>The service cannot answer now; try again.</summary>
    Unavailable,

    /// <summary>The server does not do this at all; another request may say the same in a way that it takes.</summary>
    Unimplemented,
}
