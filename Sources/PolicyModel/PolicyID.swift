/// The stable name of a policy: in the native layout what its front matter says, in `documents` its path without `.md`.
///
/// Ids are compared by bytes, not canonically as `String` is: two paths of a tree that differ in Unicode normalisation
/// are two policies.
public struct PolicyID: Sendable {
    /// The id as people write it.
    public let text: String

    /// Makes an id of `text` as it stands.
    public init(_ text: String) { self.text = text }
}

extension PolicyID: Hashable, Comparable {
    /// Whether both ids have the same bytes.
    public static func == (left: PolicyID, right: PolicyID) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    /// Orders ids by their bytes, the same on every machine and locale.
    public static func < (left: PolicyID, right: PolicyID) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// Feeds the bytes of the id.
    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}

extension PolicyID: CustomStringConvertible, ExpressibleByStringLiteral {
    /// The id as people write it.
    public var description: String { text }

    /// Makes an id of a literal.
    public init(stringLiteral text: String) { self.init(text) }
}
