import Foundation

// Writes a Swift source with a digest of files: `programDigest`, 16 hexadecimal digits.
// usage: digest-sources OUTPUT FILE…

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first, arguments.count > 1 else {
    FileHandle.standardError.write(Data("usage: digest-sources OUTPUT FILE…\n".utf8))
    exit(64)
}

do {
    // FNV-1a, 64 bits: tells programs apart, no more is asked of it.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for file in arguments.dropFirst() {
        let url = URL(filePath: file)
        for byte in try Data(url.lastPathComponent.utf8) + [0] + Data(contentsOf: url) {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
    }
    let digits = String(hash, radix: 16)
    let source = """
        // Written by the build from the sources. Not to be edited.

        /// Which program this is, by its sources: what another one kept is not trusted.
        let programDigest = "\(String(repeating: "0", count: 16 - digits.count) + digits)"

        """
    try Data(source.utf8).write(to: URL(filePath: output))
} catch {
    FileHandle.standardError.write(Data("digest-sources: \(error)\n".utf8))
    exit(74)
}
