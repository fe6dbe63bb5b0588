namespace Alerts.Platform.Access;

/// <summary>Where a process gets its keys from: the data folder makes its own (<c>DataFolder.Secret</c>), a split process is given them (<see cref="SecretFolder"/>).</summary>
/// <param name="name">One of <see cref="SecretNames"/>.</param>
/// <returns>32 or more bytes; the same at every call and in every process that must agree.</returns>
/// <exception cref="InvalidDataException">There is none, or it is not safe; the message says what to do.</exception>
public delegate byte[] SecretSource(string name);
