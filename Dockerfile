# The distribution on a Java 25 image. Build the distribution first:
#   ./mvnw package && docker build -t nomic . && docker run -p 8080:8080 -v nomic:/data nomic
# Untested: no image has been built from this file yet.
FROM eclipse-temurin:25-jre

RUN useradd --system nomic && mkdir /data && chown nomic /data
COPY server/target/nomic /opt/nomic

USER nomic
WORKDIR /
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["/opt/nomic/bin/nomic"]
CMD ["serve", "--data", "/data"]
