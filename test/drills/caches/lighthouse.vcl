# For a Varnish before the origin, or before another Varnish: include it after the backend. Nothing has to be purged: the origin
# counts down to each publication, and Varnish subtracts the Age of what another cache has kept.
sub vcl_backend_response {
  # Without this a page that nobody asked for lately is served once more when its time is over, by each tier (default_grace).
  set beresp.grace = 0s;
  # What may not be kept, as around a publication, is shared for a tenth of a second: not every reader is the origin's.
  if (beresp.ttl <= 0s && beresp.http.Cache-Control ~ "s-maxage=0(,|$)") {
    set beresp.ttl = 0.1s;
  }
}
