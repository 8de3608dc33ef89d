import PolicyModel

/// The texts of paragraphs, headings and items that have been read, by their bytes.
///
/// Versions of a policy share most of their text: what stands in an earlier one is not read again, and its string is the same one in
/// memory. What a text reads as depends on nothing but its bytes, as long as the file defines no link targets.
package struct SharedTexts: Sendable {
    /// How many bytes of texts are kept at most.
    private static let byteLimit = 1 << 22

    private var table = ByteTable(capacity: 256)
    private var texts: [PlainText] = []
    private var size = 0
    private let keepsTexts: Bool
    /// Whether the texts are of files that hold addresses without a scheme: these are read in another way.
    private var hasBareHosts = false

    /// Makes an empty set.
    package init() { self.init(keepsTexts: true) }

    private init(keepsTexts: Bool) { self.keepsTexts = keepsTexts }

    /// A set that stays empty, for a file that is read alone.
    package static var none: SharedTexts { SharedTexts(keepsTexts: false) }

    /// Makes ready for a file.
    mutating func begin(hasBareHosts: Bool) {
        if self.hasBareHosts == hasBareHosts, size <= Self.byteLimit { return }
        self = SharedTexts(keepsTexts: keepsTexts)
        self.hasBareHosts = hasBareHosts
    }

    /// Returns what the bytes read as; nil where they have not been read.
    func text(of bytes: Bytes) -> PlainText? {
        guard keepsTexts, let number = table.find(Swift.Span(_unsafeElements: bytes)) else { return nil }
        return texts[number]
    }

    /// Keeps what bytes read as.
    mutating func add(_ text: PlainText, of bytes: Bytes) {
        guard keepsTexts else { return }
        _ = table.insert(Swift.Span(_unsafeElements: bytes))
        texts.append(text)
        size += bytes.count
    }
}
