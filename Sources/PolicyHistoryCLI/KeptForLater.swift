import PolicyStore
import Synchronization

/// What a command read and worked out, kept in the index when its answer is given: nobody waits for it.
final class KeptForLater: Sendable {
    private let sources = Mutex<[GitPolicySource]>([])

    /// Notes a source whose index is to be written at the end.
    func note(_ source: GitPolicySource) { sources.withLock { $0.append(source) } }

    /// Writes what is to be kept, and returns why it could not be; nil where it could.
    func finish() -> String? {
        sources.withLock { $0 }.lazy.compactMap { $0.keepResults() }.first
    }
}
