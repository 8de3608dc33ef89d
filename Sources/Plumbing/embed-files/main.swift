import Foundation

// Writes every file below a folder into one Swift source: `EmbeddedFiles.all`, a list of (path, bytes as text).
// usage: embed-files FOLDER OUTPUT

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: embed-files FOLDER OUTPUT\n".utf8))
    exit(64)
}
let folder = URL(filePath: arguments[1], directoryHint: .isDirectory).standardizedFileURL

/// Returns a raw string literal whose value has exactly these bytes: line ends other than LF are escaped, not left to the compiler.
func literal(_ text: String) -> String {
    var hashes = 1
    while text.contains("\"" + String(repeating: "#", count: hashes))
        || text.contains("\\" + String(repeating: "#", count: hashes))
    {
        hashes += 1
    }
    let fence = String(repeating: "#", count: hashes)
    var body = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\n": body += "\\\(fence)n"
        case "\r": body += "\\\(fence)r"
        case "\0": body += "\\\(fence)0"
        default: body.unicodeScalars.append(scalar)
        }
    }
    return "\(fence)\"\(body)\"\(fence)"
}

do {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    var files: [(path: String, text: String)] = []
    for case let file as URL in found ?? FileManager.DirectoryEnumerator() {
        guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
        guard let text = String(validating: try Data(contentsOf: file), as: UTF8.self) else {
            throw CocoaError(.fileReadInapplicableStringEncoding, userInfo: [NSFilePathErrorKey: file.path])
        }
        files.append((String(file.standardizedFileURL.path.dropFirst(folder.path.count + 1)), text))
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var source = "// Written by the build from the folder \(folder.lastPathComponent). Not to be edited.\n\n"
    source += "/// The files of the folder, by path, each with its text.\nenum EmbeddedFiles {\n"
    source += "    static let all: [(path: String, text: String)] = [\n"
    for file in files { source += "        (\(literal(file.path)), \(literal(file.text))),\n" }
    source += "    ]\n}\n"
    try Data(source.utf8).write(to: URL(filePath: arguments[2]))
} catch {
    FileHandle.standardError.write(Data("embed-files: \(error)\n".utf8))
    exit(74)
}
