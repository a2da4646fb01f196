using CardConformance.Harness.Middleware;

namespace CardConformance.Harness.Tests.SystemUnderTest;

/// <summary>Reads the portal's QR codes from their pixels, with the library that the phone's page uses.</summary>
internal static class QrCode
{
    private static readonly string Library = Path.Combine(Repository.Root, "harness", "node_modules", "jsqr", "dist", "jsQR.js");

    // A PNG of black and white, one bit a pixel, rows unfiltered: what the portal sends.
    private const string Script =
        """
        const png = Buffer.from(require('fs').readFileSync(0, 'latin1'), 'base64');
        const chunks = [];
        for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
          chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + png.readUInt32BE(at)) });
        }
        const header = chunks[0].data, width = header.readUInt32BE(0), height = header.readUInt32BE(4);
        if (header[8] !== 1) throw new Error(`one bit a pixel is expected, found ${header[8]}`);
        const rows = require('zlib').inflateSync(Buffer.concat(chunks.filter(chunk => chunk.type === 'IDAT').map(chunk => chunk.data)));
        const pixels = new Uint8ClampedArray(width * height * 4);
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < width; x++) {
            const bit = rows[y * (Math.ceil(width / 8) + 1) + 1 + (x >> 3)] >> (7 - (x & 7)) & 1;
            pixels.fill(bit * 255, (y * width + x) * 4, (y * width + x) * 4 + 4);
          }
        }
        process.stdout.write(require(process.argv[1])(pixels, width, height).data);
        """;

    internal static async Task<string> ReadAsync(byte[] png)
    {
        ProgramResult read = await new ProgramRun("node", "-e", Script, Library) { Input = Convert.ToBase64String(png) }.RunAsync();
        Assert.That(read.ExitCode, Is.Zero, read.Errors);
        return read.Output;
    }
}
