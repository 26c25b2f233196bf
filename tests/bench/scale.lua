-- wrk: asks the addresses of the file named by URLS, each by its rank (Zipf, exponent 1), from many visitors.
local urls, sums, total = {}, {}, 0
function init(_)
    math.randomseed(os.time())
    for line in io.lines(os.getenv("URLS")) do urls[#urls + 1] = line end
    for rank = 1, #urls do
        total = total + 1 / rank
        sums[rank] = total
    end
end
local headers = { ["Host"] = "localhost", ["Accept-Encoding"] = "gzip" }
local function pick()
    local wanted, low, high = math.random() * total, 1, #sums
    while low < high do
        local middle = math.floor((low + high) / 2)
        if sums[middle] < wanted then low = middle + 1 else high = middle end
    end
    return urls[low]
end
function request()
    headers["X-Forwarded-For"] = "10." .. math.random(0, 255) .. "." .. math.random(0, 255) .. "." .. math.random(1, 254)
    return wrk.format("GET", pick(), headers)
end
function done(summary, latency, _)
    local errors = summary.errors
    io.write(string.format('JSON {"pages_per_s":%.0f,"p50_ms":%.2f,"p99_ms":%.2f,"bytes_each":%.0f,"refused":%d,"broken":%d}\n',
        summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000,
        summary.bytes / summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
