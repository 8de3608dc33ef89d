import Foundation

/// Returns what this thread computes while a body runs: other work on the machine does not count.
///
/// Work that the body gives to other threads does not count either.
public func threadTime(_ body: () throws -> Void) rethrows -> Duration {
    let start = computedByThread()
    try body()
    return computedByThread() - start
}

/// What this thread has computed since it began.
private func computedByThread() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
