#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The few calls of POSIX that the command needs, so that no other file asks which system this is.
enum Platform {
    /// Whether a file descriptor is a terminal.
    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// The columns of the terminal on a file descriptor; nil where it is none, or does not say.
    static func columns(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard isTerminal(descriptor), ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// The number of the user that runs the command.
    static var user: UInt32 { getuid() }

    /// The present moment.
    static func now() -> (seconds: Int64, nanoseconds: Int32) {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return (Int64(time.tv_sec), Int32(truncatingIfNeeded: time.tv_nsec))
    }

    /// How writing ended.
    enum Written: Hashable {
        case all
        /// The reader went away (`| head`): not an error of the command.
        case readerGone
        case failed(String)
    }

    /// Writes something by calling, piece by piece, what writes its bytes; returns how that ended.
    typealias Writer = (_ write: ([UInt8]) -> Written) -> Written

    /// Writes all of a text to a file descriptor.
    static func write(_ text: String, to descriptor: Int32) -> Written { write(Array(text.utf8), to: descriptor) }

    /// Writes all bytes to a file descriptor.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Written {
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
                let count = systemWrite(descriptor, start, rest.count)
                if count >= 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EPIPE {
                    return .readerGone
                } else if errno != EINTR {
                    return .failed(String(cString: strerror(errno)))
                }
            }
            return .all
        }
    }

    /// Lets writing to a reader that went away fail with a status, instead of ending the process by a signal.
    static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

    /// Ends the process.
    static func leave(_ status: Int32) -> Never { exit(status) }

    /// Runs a pager through the shell, as git does, and feeds it what is written.
    ///
    /// - Returns: false where there is no such pager, so that the text must be shown in another way.
    static func page(through command: String, by writer: Writer) -> Bool {
        // The defaults of git: leave where it fits on one screen, keep colours, do not clear the screen.
        setenv("LESS", "FRX", 0)
        setenv("LV", "-c", 0)
        guard let pager = popen(command, "w") else { return false }
        ignoreBrokenPipes()
        signal(SIGINT, SIG_IGN)  // Ctrl-C is the pager's to handle while it runs.
        // Whoever leaves the pager before the end has seen enough.
        _ = writer { bytes in
            bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, pager) } == bytes.count ? .all : .readerGone
        }
        let status = pclose(pager)
        signal(SIGINT, SIG_DFL)
        return status >> 8 & 0xff != 127  // The shell's "command not found".
    }

    private static func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
        #if canImport(Darwin)
            Darwin.write(descriptor, start, count)
        #elseif canImport(Glibc)
            Glibc.write(descriptor, start, count)
        #else
            Musl.write(descriptor, start, count)
        #endif
    }
}
