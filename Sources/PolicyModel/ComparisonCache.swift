/// What was worked out before, by key: opaque bytes that outlive a run.
///
/// The seam between the rooms that compare and the room that keeps: whoever asks makes the key of all that the result depends on, and
/// knows the form of the bytes. Nothing kept is needed: without it, it is worked out again.
public protocol ComparisonCache: Sendable {
    /// Returns what was kept under each key; nil where nothing was, or where it is damaged.
    func kept(_ keys: [CacheKey]) -> [[UInt8]?]

    /// Keeps bytes under a key.
    func keep(_ bytes: [UInt8], as key: CacheKey)
}

/// What a kept result depends on, digested: contents by their ids, options, and what kind of result it is.
///
/// The version of the program is no part of it: who keeps forgets what another version worked out.
public struct CacheKey: Hashable, Sendable {
    /// The digest of all parts.
    package let digest: Digest

    /// Makes the key of a result.
    ///
    /// - Parameters:
    ///   - kind: What kind of result it is.
    ///   - write: Writes all that it depends on.
    package init(_ kind: String, _ write: (inout Packer) -> Void) {
        var packer = Packer()
        packer.add(kind)
        write(&packer)
        digest = Digest(of: packer.bytes)
    }
}
