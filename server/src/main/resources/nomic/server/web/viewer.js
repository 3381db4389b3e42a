"use strict";

SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#viewer",
  docExpansion: "none",
  filter: true,
  deepLinking: true,
  validatorUrl: "none",
});
