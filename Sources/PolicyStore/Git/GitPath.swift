/// A path inside a repository: bytes parted by slashes, as git keeps them; compared byte by byte.
///
/// `String` treats composed and decomposed letters as equal and replaces bytes that are not UTF-8: both would make one path of two.
struct GitPath: Hashable, Comparable, Sendable {
    /// The bytes.
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    init(_ text: String) { self.bytes = Array(text.utf8) }

    /// Whether the path is the top of the repository.
    var isEmpty: Bool { bytes.isEmpty }

    /// Whether people can read it as it stands.
    var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// The path for people: bytes that are not UTF-8 as `\xE9`, so that two paths never look the same.
    var text: String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        var text = ""
        var rest = bytes[...]
        while let byte = rest.first {
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            if let valid = String(validating: rest.prefix(length), as: UTF8.self) {
                text += valid
                rest = rest.dropFirst(length)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
                rest = rest.dropFirst()
            }
        }
        return text
    }

    /// The names along the path.
    var names: [[UInt8]] { bytes.split(separator: UInt8(ascii: "/")).map(Array.init) }

    /// The last name.
    var name: [UInt8] { bytes.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? [] }

    /// The folder it lies in; the top of the repository for a single name.
    var folder: GitPath {
        bytes.lastIndex(of: UInt8(ascii: "/")).map { GitPath(Array(bytes[..<$0])) } ?? GitPath([])
    }

    /// Returns the path of `name` inside this folder.
    func appending(_ name: some Sequence<UInt8>) -> GitPath {
        isEmpty ? GitPath(Array(name)) : GitPath(bytes + [UInt8(ascii: "/")] + name)
    }

    /// Whether the path lies in `folder` or is it.
    func isInside(_ folder: GitPath) -> Bool {
        if folder.isEmpty { return true }
        return bytes.starts(with: folder.bytes)
            && (bytes.count == folder.bytes.count || bytes[folder.bytes.count] == UInt8(ascii: "/"))
    }

    /// Returns the path as seen from a folder that it lies in; itself where it does not.
    func relative(to folder: GitPath) -> GitPath {
        guard !folder.isEmpty, isInside(folder) else { return self }
        return GitPath(Array(bytes.dropFirst(folder.bytes.count + 1)))
    }

    /// Orders paths by their bytes.
    static func < (left: GitPath, right: GitPath) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
